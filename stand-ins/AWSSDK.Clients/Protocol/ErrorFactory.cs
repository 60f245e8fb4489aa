using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StandIns.Protocol;

/// <summary>Makes a service's exception of an error response: a typed one for a code it knows.</summary>
internal delegate AmazonServiceException ErrorFactory(ErrorResponse error);
