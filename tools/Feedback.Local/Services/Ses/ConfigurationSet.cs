namespace Feedback.Local.Services.Ses;

/// <param name="LastFreshStart">When sending was last re-enabled: from then on SES counts its reputation metrics afresh.</param>
internal sealed record ConfigurationSet(string Name, bool SendingEnabled, DateTimeOffset? LastFreshStart);
