using Amazon.Runtime;
using Feedback.Acting;
using Feedback.Aws;
using Feedback.Aws.DynamoDb;
using Feedback.Configuration;
using Feedback.Local;
using Feedback.Local.Lambda;
using Feedback.Suppression;

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
        TableLayoutException or TableKeyException => (ExitCode.Usage, [exception.Message]),
        ClockSkewException skew => (ExitCode.Usage, [skew.Message]),
        SendingApiException ses => (ExitCode.NotGood, [OneLine(ses.Message), "Run the same command again."]),
        SesListException ses =>
            (ExitCode.Usage, [$"SES's suppression list: {OneLine(ses.Message)}", "What is named above is done. The same command again does the rest."]),
        AmazonServiceException { ErrorCode: null or "" } answered =>
            (ExitCode.Usage, [$"The AWS endpoint answered with HTTP status {(int)answered.StatusCode} and no error. Check the Region and AWS_ENDPOINT_URL."]),
        AmazonServiceException refused => (ExitCode.Usage, [$"AWS refused the request: {refused.ErrorCode}: {OneLine(refused.Message)}"]),
        AmazonClientException or HttpRequestException or OperationCanceledException { InnerException: TimeoutException } =>
            (ExitCode.Usage, [$"AWS can't be reached: {OneLine(exception.Message)}"]),
        // Standard output is a file too, and its disk may be full.
        IOException file => (ExitCode.Usage, [$"A file can't be read or written: {OneLine(file.Message)}"]),
        OperationCanceledException => (ExitCode.Cancelled, ["Interrupted."]),
        _ => null,
    };

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}
