using Amazon.Runtime;
using Feedback.Acting;
using Feedback.Configuration;
using Feedback.Local;
using Feedback.Local.Lambda;

namespace Feedback.Cli.Composition;

/// <summary>Describes errors that the operator can do something about in a few lines, without a stack trace.</summary>
internal static class ExpectedErrors
{
    /// <summary>Returns null for an unexpected error.</summary>
    public static (int ExitCode, IReadOnlyList<string> Lines)? Explain(Exception exception) => exception switch
    {
        UsageException usage => (ExitCode.Usage, usage.Problems),
        SettingsException settings => (ExitCode.Usage, settings.Problems),
        LocalException local => (ExitCode.Usage, [local.Message]),
        FunctionExitedException exited => (ExitCode.NotGood, exited.Message.Split(Environment.NewLine)),
        SendingApiException ses => (ExitCode.NotGood, [OneLine(ses.Message), "Run the same command again."]),
        AmazonServiceException refused => (ExitCode.Usage, [$"AWS refused the request: {refused.ErrorCode}: {OneLine(refused.Message)}"]),
        AmazonClientException or HttpRequestException or OperationCanceledException { InnerException: TimeoutException } =>
            (ExitCode.Usage, [$"AWS can't be reached: {OneLine(exception.Message)}"]),
        OperationCanceledException => (ExitCode.Cancelled, ["Interrupted."]),
        _ => null,
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
