using Amazon.DynamoDBv2;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using Feedback.Suppression;

if (args is not [var table, var set, var from, .. { Length: > 0 } recipients])
{
    Console.Error.WriteLine("Usage: Sender TABLE CONFIGURATION-SET FROM RECIPIENT…");
    return 2;
}

using var dynamo = new AmazonDynamoDBClient();
using var ses = new AmazonSimpleEmailServiceV2Client();

// All recipients are asked for at once. If the database fails this throws, and nothing is sent: no answer is not a yes.
var list = new SuppressionList(dynamo, new SuppressionListOptions(table));
foreach (var check in await list.CheckAsync(recipients, set))
{
    if (!check.MaySend)
    {
        Console.WriteLine($"not sent to {check.Address}: {check.Verdict}");
        continue;
    }

    try
    {
        // A mail for each recipient: of a mail to several, all would see the addresses of the others.
        var sent = await ses.SendEmailAsync(new SendEmailRequest
        {
            ConfigurationSetName = set,
            FromEmailAddress = from,
            Destination = new Destination { ToAddresses = [check.Address] },
            Content = new EmailContent
            {
                Simple = new Message
                {
                    Subject = new Content { Data = "Hello" },
                    Body = new Body { Text = new Content { Data = "This is a sample." } },
                },
            },
        });
        Console.WriteLine($"sent to {check.Address}: {sent.MessageId}");
    }
    catch (SendingPausedException)
    {
        // Feedback or an operator has paused the set. Keep the rest for later: trying goes on failing until it is resumed.
        Console.Error.WriteLine($"{set} is paused. Nothing was sent to {check.Address}, nor to those after it.");
        return 1;
    }
}

return 0;
