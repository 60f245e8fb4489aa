namespace Feedback.Local.Services;

internal interface ILocalService
{
    /// <summary>Reads the call from the request; null if it is for another service.</summary>
    AwsCall? Read(AwsRequest request);

    /// <summary>Answers the call, and changes the state unless <paramref name="lie"/> is true.</summary>
    ServiceAnswer Answer(AwsCall call, bool lie);
}
