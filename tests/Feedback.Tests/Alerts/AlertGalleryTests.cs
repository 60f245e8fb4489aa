using Feedback.Deciding;
using Feedback.Tests.Stack;

namespace Feedback.Tests.Alerts;

/// <summary>
/// Holds the whole text of each mail, so that a change of words is seen by a reviewer, and in the pictures that <c>make pictures</c> draws of
/// these files. A mail that differs is written to artifacts/mails: read it, then copy it to tests/Feedback.Tests/Alerts/Mails.
/// </summary>
public sealed class AlertGalleryTests
{
    private static readonly string Folder = Path.Combine(TemplateFile.RepositoryRoot, "tests", "Feedback.Tests", "Alerts", "Mails");
    private static readonly string Differing = Path.Combine(TemplateFile.RepositoryRoot, "artifacts", "mails");

    public static TheoryData<string> Names => [.. AlertGallery.Mails.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mail_OfEachKind_ReadsAsItsFileSays(string name)
    {
        var mail = AlertGallery.Mails[name];
        var text = $"Subject: {mail.Subject}\n\n{mail.Text}";
        var file = Path.Combine(Folder, name + ".txt");
        var expected = File.Exists(file) ? await File.ReadAllTextAsync(file) : string.Empty;
        if (text != expected)
        {
            Directory.CreateDirectory(Differing);
            await File.WriteAllTextAsync(Path.Combine(Differing, name + ".txt"), text);
        }

        text.ShouldBe(expected);
    }

    [Fact]
    public void Files_OfTheGallery_AreTheMailsOfTheGallery() =>
        Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).ShouldBe(AlertGallery.Mails.Keys, ignoreOrder: true);

    [Fact]
    public void Gallery_Always_HasEachKind() =>
        AlertGallery.Mails.Values.Select(mail => mail.Attributes["kind"]).Distinct().ShouldBe(Enum.GetNames<AlertKind>(), ignoreOrder: true);
}
