using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor;

/// <summary>Judges one aspect of a set-up by what was read of it. What could not be read is not judged.</summary>
internal interface ICheck
{
    IEnumerable<Finding> Judge(SetUp setUp);
}
