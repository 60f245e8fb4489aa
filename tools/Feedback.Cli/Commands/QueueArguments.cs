using System.CommandLine;
using Feedback.Cli.DeadLetters;

namespace Feedback.Cli.Commands;

/// <summary>The argument by which commands choose queues.</summary>
internal static class QueueArguments
{
    public static Argument<QueueName[]> Some() => new("QUEUE")
    {
        Description = "bounce, complaint, delivery or inbound; by default all that the deployment has.",
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = given =>
        {
            var queues = new List<QueueName>();
            foreach (var typed in given.Tokens.Select(token => token.Value))
            {
                if (QueueFinder.All.Where(queue => queue.ToString().Equals(typed, StringComparison.OrdinalIgnoreCase)).ToList() is [var queue])
                {
                    queues.Add(queue);
                }
                else
                {
                    given.AddError($"There is no queue '{typed}': it must be bounce, complaint, delivery or inbound.");
                }
            }

            return [.. queues.Distinct()];
        },
        DefaultValueFactory = _ => [],
    };

    /// <summary>Returns the queues that were typed; none stands for all.</summary>
    public static IReadOnlyList<QueueName> Chosen(this DeploymentContext context, Argument<QueueName[]> argument) =>
        context.Parsed.GetValue(argument) ?? [];
}
