using Feedback.Reputation;

namespace Feedback.Cli.Backtest;

/// <summary>An entity's mail in the whole archive, and the part of it sent after the pause.</summary>
internal sealed record SetMail(ReputationEntity Entity, DateTimeOffset? PausedAt, Tally All, Tally AfterPause);
