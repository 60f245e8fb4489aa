using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch.Internal;

internal static class Errors
{
    public static AmazonServiceException From(ErrorResponse error) =>
        new AmazonCloudWatchException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
}
