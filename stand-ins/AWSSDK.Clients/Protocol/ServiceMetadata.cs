using Amazon.Runtime.Internal;

namespace Amazon.StandIns.Protocol;

internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
