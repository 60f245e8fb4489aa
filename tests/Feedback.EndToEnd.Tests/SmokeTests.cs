using Feedback.Local;
using Feedback.Local.Templates;
using Xunit.Abstractions;

namespace Feedback.EndToEnd.Tests;

public sealed class SmokeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Blast_OfHardBounces_PausesTheSet()
    {
        await using var deployment = await LocalDeployment.StartAsync(new LocalDeploymentOptions
        {
            Template = Template.Load(),
            ArtifactFolder = Artifact.Folder,
            Functions = ["BounceFunction", "ReputationFunction"],
            Written = (id, line) => output.WriteLine($"{id} {line}"),
        });
        deployment.Aws.Ses.AddConfigurationSet("newsletter");
        var invocation = await deployment.InvokeAsync("BounceFunction", await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(), "events/bounce/blast.json")));
        output.WriteLine(invocation.ToString());
        var sweep = await deployment.InvokeAsync("ReputationFunction", await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Find(), "events/reputation/schedule.json")));
        output.WriteLine(sweep.ToString());
        foreach (var call in deployment.Aws.Calls)
        {
            output.WriteLine(call.ToString());
        }

        foreach (var mail in deployment.Aws.Mails)
        {
            output.WriteLine(mail.Subject);
            output.WriteLine(mail.Message);
        }

        deployment.Aws.Ses.IsSending("newsletter").ShouldBeFalse();
    }
}
