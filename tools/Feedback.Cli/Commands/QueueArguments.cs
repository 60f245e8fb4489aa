using System.CommandLine;
using Feedback.Cli.DeadLetters;
using Feedback.Notifications;

namespace Feedback.Cli.Commands;

/// <summary>The argument by which commands choose queues.</summary>
internal static class QueueArguments
{
    public static Argument<FeedbackKind[]> Some() => new("QUEUE")
    {
        Description = "bounce, complaint or delivery; by default all three.",
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = given =>
        {
            var kinds = new List<FeedbackKind>();
            foreach (var typed in given.Tokens.Select(token => token.Value))
            {
                if (QueueFinder.Kinds.Where(kind => kind.ToString().Equals(typed, StringComparison.OrdinalIgnoreCase)).ToList() is [var kind])
                {
                    kinds.Add(kind);
                }
                else
                {
                    given.AddError($"There is no queue '{typed}': it must be bounce, complaint or delivery.");
                }
            }

            return [.. kinds.Distinct()];
        },
        DefaultValueFactory = _ => [],
    };

    public static IReadOnlyList<FeedbackKind> Chosen(this DeploymentContext context, Argument<FeedbackKind[]> argument) =>
        context.Parsed.GetValue(argument) is { Length: > 0 } chosen ? chosen : QueueFinder.Kinds;
}
