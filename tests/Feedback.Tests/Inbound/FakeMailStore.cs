using Feedback.Inbound;

namespace Feedback.Tests.Inbound;

/// <summary>Mail by its key.</summary>
internal sealed class FakeMailStore : IMailStore
{
    internal Dictionary<string, byte[]> Mails { get; } = [];

    internal bool IsDown { get; set; }

    public Task<byte[]?> ReadAsync(StoredMail mail, int most, CancellationToken cancellationToken) => IsDown
        ? throw new IOException("S3 is down.")
        : Task.FromResult(Mails.GetValueOrDefault(mail.Key)?[..Math.Min(most, Mails[mail.Key].Length)]);
}
