using Amazon.Lambda.Core;
using Feedback.Functions.Serialization;

[assembly: LambdaSerializer(typeof(EventSerializer))]
