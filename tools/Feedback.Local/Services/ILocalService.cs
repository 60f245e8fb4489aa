namespace Feedback.Local.Services;

internal interface ILocalService
{
    /// <summary>The call the request makes, or null when it is for another service.</summary>
    AwsCall? Read(AwsRequest request);

    /// <summary>Answers the call, and changes the state unless <paramref name="lie"/> says only to pretend.</summary>
    ServiceAnswer Answer(AwsCall call, bool lie);
}
