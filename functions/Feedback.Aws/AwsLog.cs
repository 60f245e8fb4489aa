using Microsoft.Extensions.Logging;

namespace Feedback.Aws;

/// <summary>Every log line of the AWS side. Never an address, never a body.</summary>
internal static partial class AwsLog
{
    [LoggerMessage(200, LogLevel.Error, "The policy item of {Entity} is not valid; the deployment's policy holds")]
    internal static partial void PolicyInvalid(ILogger logger, Exception exception, string entity);

    [LoggerMessage(201, LogLevel.Warning, "SES did not say which configuration set is the default of {Identity}; its feedback stays unattributed for now")]
    internal static partial void IdentityNotRead(ILogger logger, Exception exception, string identity);

    [LoggerMessage(202, LogLevel.Error, "The alarm topic {TopicArn} of a set's own policy did not take an alert; the deployment's topic gets it")]
    internal static partial void OwnTopicFailed(ILogger logger, Exception exception, string topicArn);
}
