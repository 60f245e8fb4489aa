using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal;

internal static class Errors
{
    public static AmazonServiceException From(ErrorResponse error) => error.Code switch
    {
        "QueueDoesNotExist" => new QueueDoesNotExistException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
        _ => new AmazonSQSException(error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode),
    };
}
