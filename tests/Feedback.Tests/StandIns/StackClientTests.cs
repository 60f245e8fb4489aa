using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Reply = Feedback.Tests.StandIns.LoopbackService.Reply;

namespace Feedback.Tests.StandIns;

/// <summary>What the clients of CloudFormation and Lambda send and how they fail, official or stand-in.</summary>
public sealed class StackClientTests
{
    [Fact]
    public async Task DescribeStackResourceAsync_AFunction_ReadsItsName()
    {
        using var service = new LoopbackService(_ => Reply.Xml(
            200,
            """
            <DescribeStackResourceResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStackResourceResult><StackResourceDetail>
              <LogicalResourceId>SweepFunction</LogicalResourceId><PhysicalResourceId>feedback-SweepFunction-1A2B</PhysicalResourceId>
            </StackResourceDetail></DescribeStackResourceResult></DescribeStackResourceResponse>
            """));
        using var cloudFormation = new AmazonCloudFormationClient(
            LoopbackClients.Credentials, LoopbackClients.Configure(new AmazonCloudFormationConfig(), service));

        var response = await cloudFormation.DescribeStackResourceAsync(
            new DescribeStackResourceRequest { StackName = "feedback", LogicalResourceId = "SweepFunction" });

        response.StackResourceDetail.PhysicalResourceId.ShouldBe("feedback-SweepFunction-1A2B");
        var request = service.Requests.ShouldHaveSingleItem();
        request.Body.ShouldContain("Action=DescribeStackResource");
        request.Body.ShouldContain("StackName=feedback");
        request.Body.ShouldContain("LogicalResourceId=SweepFunction");
        request.Headers["Authorization"].ShouldNotBeNull().ShouldContain("/cloudformation/aws4_request");
    }

    [Fact]
    public async Task DescribeStackResourceAsync_NoSuchStack_ThrowsWithTheCode()
    {
        using var service = new LoopbackService(_ => Reply.Xml(
            400,
            "<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack 'x' does not exist</Message></Error></ErrorResponse>"));
        using var cloudFormation = new AmazonCloudFormationClient(
            LoopbackClients.Credentials, LoopbackClients.Configure(new AmazonCloudFormationConfig(), service));

        (await Should.ThrowAsync<AmazonCloudFormationException>(
            cloudFormation.DescribeStackResourceAsync(new DescribeStackResourceRequest { StackName = "x", LogicalResourceId = "y" })))
            .ErrorCode.ShouldBe("ValidationError");
    }

    [Fact]
    public async Task GetFunctionConfigurationAsync_Variables_AreRead()
    {
        using var service = new LoopbackService(_ => Reply.Json(200, """{"FunctionName":"sweep","Environment":{"Variables":{"A":"1","B":""}}}"""));
        using var lambda = new AmazonLambdaClient(LoopbackClients.Credentials, LoopbackClients.Configure(new AmazonLambdaConfig(), service));

        var function = await lambda.GetFunctionConfigurationAsync(new GetFunctionConfigurationRequest { FunctionName = "sweep" });

        function.Environment.Variables.ShouldBe(new Dictionary<string, string> { ["A"] = "1", ["B"] = "" });
        var request = service.Requests.ShouldHaveSingleItem();
        (request.Method, request.Path).ShouldBe(("GET", "/2015-03-31/functions/sweep/configuration"));
        request.Headers["Authorization"].ShouldNotBeNull().ShouldContain("/lambda/aws4_request");
    }
}
