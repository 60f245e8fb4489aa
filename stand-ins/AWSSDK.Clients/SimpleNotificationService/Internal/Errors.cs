using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

internal static class Errors
{
    public static AmazonServiceException From(ErrorResponse error) => error.Code switch
    {
        "NotFound" => new NotFoundException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        _ => new AmazonSimpleNotificationServiceException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
    };
}
