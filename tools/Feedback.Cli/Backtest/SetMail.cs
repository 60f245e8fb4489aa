using Feedback.Outcomes;
using Feedback.Reputation;

namespace Feedback.Cli.Backtest;

/// <summary>A subject's mail in the whole archive, and the part of it that was sent after the moment of the pause.</summary>
internal sealed record SetMail(Subject Subject, DateTimeOffset? PausedAt, Tally All, Tally AfterPause);
