using Feedback.Cli.Composition;
using Feedback.Cli.Status;
using Feedback.Tests.Fakes;

namespace Feedback.Tests.Cli;

public sealed class EntityNamesTests
{
    [Theory]
    [InlineData("marketing", "set/marketing")]
    [InlineData("account", "account")]
    [InlineData("unattributed", "unattributed")]
    [InlineData("set/account", "set/account")]
    [InlineData("210987654321/us-east-1/marketing", "set/210987654321/us-east-1/marketing")]
    [InlineData("210987654321/us-east-1/account", "account/210987654321/us-east-1")]
    [InlineData("210987654321/us-east-1/unattributed", "unattributed/210987654321/us-east-1")]
    [InlineData("set/210987654321/us-east-1/account", "set/210987654321/us-east-1/account")]
    [InlineData("123456789012/us-east-1/marketing", "set/123456789012/us-east-1/marketing")]
    [InlineData("123456789012/eu-west-1/marketing", "set/marketing")] // the stack's own account and Region
    public void Read_ANameAsTyped_IsTheEntity(string typed, string key)
    {
        var entity = EntityNames.Read(typed, World.Deployment);

        entity.Key.ShouldBe(key);
        EntityNames.Read(entity.CommandName, World.Deployment).ShouldBe(entity);
    }

    [Theory]
    [InlineData("news/letter")]
    [InlineData("210987654321/marketing")]
    [InlineData("210987654321/us-east-1/")]
    [InlineData("marketing/us-east-1/210987654321")]
    [InlineData("210987654321/us-east-1/marketing/more")]
    public void Read_ANameWithSlashesThatSayNoAccountAndRegion_IsRefused(string typed) =>
        Should.Throw<UsageException>(() => EntityNames.Read(typed, World.Deployment)).Message.ShouldContain("ACCOUNT-ID/REGION/SET");
}
