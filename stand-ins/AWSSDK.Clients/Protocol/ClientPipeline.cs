using Amazon.Runtime.Internal;

namespace Amazon.StandIns.Protocol;

/// <summary>The SDK's pipeline (retries, credentials, signing, time-outs), with the two handlers each service brings itself.</summary>
internal static class ClientPipeline
{
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }
}
