namespace Feedback.EndToEnd.Tests.Cli;

/// <summary>A test that writes to a device which is always full, as Linux has one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FullDiskFactAttribute : FactAttribute
{
    internal const string Device = "/dev/full";

    public FullDiskFactAttribute()
    {
        if (!System.IO.File.Exists(Device))
        {
            Skip = $"This machine has no {Device}.";
        }
    }
}
