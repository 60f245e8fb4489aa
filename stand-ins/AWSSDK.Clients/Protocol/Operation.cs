using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.StandIns.Protocol;

/// <summary>How one operation's request is written and its response read.</summary>
internal static class Operation
{
    public static InvokeOptions Of<TRequest>(string service, Action<TRequest, IRequest> write, ResponseUnmarshaller read)
        where TRequest : AmazonWebServiceRequest =>
        new() { RequestMarshaller = new RequestWriter<TRequest>(service, write), ResponseUnmarshaller = read };

    private sealed class RequestWriter<TRequest>(string service, Action<TRequest, IRequest> write) : IMarshaller<IRequest, AmazonWebServiceRequest>
        where TRequest : AmazonWebServiceRequest
    {
        public IRequest Marshall(AmazonWebServiceRequest input)
        {
            var request = new DefaultRequest(input, service);
            write((TRequest)input, request);
            return request;
        }
    }
}
