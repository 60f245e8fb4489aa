using Feedback.Configuration;
using Feedback.Reporting;
using Feedback.Tests.Aws;
using Feedback.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Tests.Reporting;

public sealed class DailyDigestTests : IDigestMailer
{
    private readonly World _world = new();
    private readonly List<DigestMail> _sent = [];

    private DigestSettings Settings { get; set; } = new(["team@example.com"], "feedback@example.com", "feedback-digest");

    Task<string> IDigestMailer.SendAsync(DigestMail mail, CancellationToken cancellationToken) => _world.Faults.CallAsync("mailer.Send", () =>
    {
        _sent.Add(mail);
        return $"message-{_sent.Count}";
    }, cancellationToken);

    [Fact]
    public async Task RunAsync_OnceAnHour_SendsOneMailADay()
    {
        for (var hour = 0; hour < 72; hour++)
        {
            await RunAsync();
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        _sent.Select(mail => mail.Subject[..17]).ShouldBe(["Digest 2026-11-17", "Digest 2026-11-18", "Digest 2026-11-19", "Digest 2026-11-20"]);
        _world.DigestLog.Sent.Values.ShouldBe(["message-1", "message-2", "message-3", "message-4"]);
    }

    [Fact]
    public async Task RunAsync_TwoAtOnce_SendOneMail()
    {
        _world.Faults.Interleaves = true;

        await Task.WhenAll(RunAsync(), RunAsync(), RunAsync());

        _sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("mailer.Send")]
    [InlineData("states.All")]
    [InlineData("counters.Read")]
    public async Task RunAsync_AfterOneThatFailed_SendsTheMail(string call)
    {
        _world.Faults.Fail(call, times: 1);
        await Should.ThrowAsync<IOException>(RunAsync);
        _sent.ShouldBeEmpty();

        await RunAsync();

        _sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_WithoutRecipients_ReadsNothing()
    {
        Settings = DigestSettings.Off;

        await RunAsync();

        _world.Faults.Calls.ShouldBeEmpty();
    }

    private Task RunAsync() => new DailyDigest(
        _world.DigestReader,
        _world.DigestLog,
        this,
        TestSettings.Default with { Digest = Settings },
        _world.Clock,
        NullLogger<DailyDigest>.Instance).RunAsync(CancellationToken.None);
}
