namespace Feedback.Local.Services;

/// <summary>The operations that <see cref="LocalAws"/> answers.</summary>
internal enum AwsOperation
{
    Unknown,
    PutConfigurationSetSendingOptions,
    GetConfigurationSet,
    GetConfigurationSetEventDestinations,
    CreateConfigurationSetEventDestination,
    UpdateConfigurationSetEventDestination,
    DeleteConfigurationSetEventDestination,
    PutConfigurationSetReputationOptions,
    ListConfigurationSets,
    GetEmailIdentity,
    PutAccountSendingAttributes,
    GetAccount,
    Publish,
    GetTopicAttributes,
    ListSubscriptionsByTopic,
    GetSubscriptionAttributes,
    PutMetricData,
    DescribeAlarms,
    GetQueueAttributes,
    ListQueues,
    ReceiveMessage,
    ChangeMessageVisibilityBatch,
    StartMessageMoveTask,
    DescribeStackResource,
    GetFunctionConfiguration,
    PutEvents,
    GetObject,
}
