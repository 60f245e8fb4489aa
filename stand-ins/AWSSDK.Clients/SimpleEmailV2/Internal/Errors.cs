using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleEmailV2.Model;

namespace Amazon.SimpleEmailV2.Internal;

internal static class Errors
{
    public static AmazonServiceException From(ErrorResponse error) => error.Code switch
    {
        "BadRequestException" => new BadRequestException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "NotFoundException" => new NotFoundException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "SendingPausedException" => new SendingPausedException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        "TooManyRequestsException" => new TooManyRequestsException(
            error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        _ => new AmazonSimpleEmailServiceV2Exception(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
    };
}
