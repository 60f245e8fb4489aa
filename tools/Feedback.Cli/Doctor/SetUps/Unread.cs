namespace Feedback.Cli.Doctor.SetUps;

/// <summary>A part of the set-up that could not be read.</summary>
/// <param name="Permission">The permission that reading needs, such as <c>ses:GetAccount</c>.</param>
/// <param name="On">The resource.</param>
/// <param name="Denied">Whether the permission is missing.</param>
/// <param name="Why">What AWS answered.</param>
internal sealed record Unread(string Permission, string On, bool Denied, string Why);
