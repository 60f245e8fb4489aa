using Feedback.Reputation;

namespace Feedback.Cli.Backtest;

/// <summary>An entity's mail in the whole archive, and the part of it that was sent from the moment of the pause on.</summary>
internal sealed record SetMail(ReputationEntity Entity, DateTimeOffset? PausedAt, Tally All, Tally AfterPause);
