namespace Feedback.Aws.Ses;

/// <summary>The known default configuration set of an identity.</summary>
/// <param name="ConfigurationSet">The set; null if the identity has none.</param>
/// <param name="Until">When SES has to be asked again.</param>
internal readonly record struct KnownDefault(string? ConfigurationSet, DateTimeOffset Until);
