using Feedback.Inbound;

namespace Feedback.Tests.Inbound;

public sealed class SesMessageIdTests
{
    private const string Id = Mails.MessageId;

    [Theory]
    [InlineData($"<{Id}@email.amazonses.com>")]
    [InlineData($"<{Id}@eu-west-1.amazonses.com>")]
    [InlineData($"{Id}@us-gov-west-1.amazonses.com")]
    [InlineData($"<a@example.com> <{Id}@email.amazonses.com>")]
    public void In_AFieldWithAnIdOfSes_FindsIt(string field) => SesMessageId.In(field).ShouldBe([Id]);

    [Theory]
    [InlineData("")]
    [InlineData($"<{Id}@example.com>")]
    [InlineData($"<{Id}@amazonses.com.example.com>")]
    [InlineData($"<{Id}@notamazonses.com>")]
    [InlineData($"<x.{Id}@email.amazonses.com>")]
    [InlineData("<short@email.amazonses.com>")]
    public void In_AFieldOfAnyOtherMail_FindsNothing(string field) => SesMessageId.In(field).ShouldBeEmpty();
}
