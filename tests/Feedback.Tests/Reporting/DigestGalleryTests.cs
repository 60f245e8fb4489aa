using Feedback.Reporting;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Reporting;

/// <summary>
/// Holds both parts of a digest whole, so that a change of words is seen by a reviewer, and in the picture that <c>make pictures</c> draws of
/// the page. One that differs is written to artifacts/mails: read it, then copy it to tests/Feedback.Tests/Reporting/Mails.
/// </summary>
public sealed class DigestGalleryTests
{
    private static readonly string Folder = Path.Combine(TemplateFile.RepositoryRoot, "tests", "Feedback.Tests", "Reporting", "Mails");
    private static readonly string Differing = Path.Combine(TemplateFile.RepositoryRoot, "artifacts", "mails");

    [Theory]
    [InlineData("digest.txt")]
    [InlineData("digest.html")]
    public async Task Digest_OfADayWithAPause_ReadsAsItsFileSays(string name)
    {
        var mail = DigestComposer.Compose(DigestSamples.WithAPause);
        var part = name.EndsWith(".html", StringComparison.Ordinal) ? mail.Html : $"Subject: {mail.Subject}\n\n{mail.Text}";
        var file = Path.Combine(Folder, name);
        var expected = File.Exists(file) ? await File.ReadAllTextAsync(file) : string.Empty;
        if (part != expected)
        {
            Directory.CreateDirectory(Differing);
            await File.WriteAllTextAsync(Path.Combine(Differing, name), part);
        }

        part.ShouldBe(expected);
    }
}
