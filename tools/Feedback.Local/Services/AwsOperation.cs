namespace Feedback.Local.Services;

/// <summary>The operations that <see cref="LocalAws"/> answers.</summary>
internal enum AwsOperation
{
    Unknown,
    PutConfigurationSetSendingOptions,
    GetConfigurationSet,
    GetConfigurationSetEventDestinations,
    ListConfigurationSets,
    GetEmailIdentity,
    PutAccountSendingAttributes,
    GetAccount,
    Publish,
    PutMetricData,
    GetQueueAttributes,
}
