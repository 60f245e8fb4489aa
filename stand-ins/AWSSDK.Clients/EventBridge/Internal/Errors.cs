using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.EventBridge.Internal;

internal static class Errors
{
    public static AmazonServiceException From(ErrorResponse error) =>
        new AmazonEventBridgeException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode);
}
