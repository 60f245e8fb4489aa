using Feedback.Reputation;

namespace Feedback.Cli.Commands.Scenarios;

/// <summary>What the operator asked of a scenario. A scenario reads what its options allow.</summary>
/// <param name="Sets">The number of sets; zero if the scenario has its own.</param>
/// <param name="Days">The number of days.</param>
/// <param name="Seed">The random seed.</param>
/// <param name="Policy">The policy of every set.</param>
/// <param name="Delay">How much longer each database request takes.</param>
/// <param name="ReportFile">The file to write the page of <c>feedback report</c> to; null for none.</param>
/// <param name="DashboardFile">The file to write the dashboard's data to; null for none.</param>
internal sealed record ScenarioRequest(int Sets, int Days, int Seed, Policy Policy, TimeSpan Delay, string? ReportFile, string? DashboardFile);
