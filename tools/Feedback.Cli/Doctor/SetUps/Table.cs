namespace Feedback.Cli.Doctor.SetUps;

/// <summary>A table of the deployment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ExpiresBy">The attribute by which DynamoDB deletes items; null if it deletes none.</param>
internal sealed record Table(string Name, string? ExpiresBy);
