using Amazon;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;

namespace Feedback.Aws.Ses;

/// <summary>Creates the SES client of another account or Region.</summary>
internal delegate IAmazonSimpleEmailServiceV2 MemberSesClients(AWSCredentials credentials, RegionEndpoint region);
