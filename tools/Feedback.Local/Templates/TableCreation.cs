using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Feedback.Local.Templates;

/// <summary>Creates a table and waits until it can be used.</summary>
internal sealed class TableCreation(IAmazonDynamoDB database)
{
    public async Task EnsureAsync(CreateTableRequest table, TimeToLiveSpecification? timeToLive)
    {
        try
        {
            await database.CreateTableAsync(table);
        }
        catch (ResourceInUseException)
        {
            // The table is in the file from an earlier run.
            return;
        }

        // The embedded database is ready at once; DynamoDB Local and AWS take some time and refuse TTL until then.
        while ((await database.DescribeTableAsync(table.TableName)).Table.TableStatus != TableStatus.ACTIVE)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        if (timeToLive is not null)
        {
            await database.UpdateTimeToLiveAsync(new UpdateTimeToLiveRequest { TableName = table.TableName, TimeToLiveSpecification = timeToLive });
        }
    }
}
