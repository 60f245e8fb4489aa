using Feedback.Cli.Output;

namespace Feedback.Cli.Commands.Scenarios;

/// <summary>A scenario of <c>feedback simulate</c>: runs, prints its result and checks it.</summary>
internal interface IScenario
{
    string Name { get; }

    /// <summary>What <c>--sets</c> may be; null if the number of sets is fixed.</summary>
    SetRange? Sets => null;

    /// <summary>Returns the exit code: 1 if a check failed.</summary>
    Task<int> RunAsync(ScenarioRequest request, Terminal terminal, CancellationToken cancellationToken);
}
