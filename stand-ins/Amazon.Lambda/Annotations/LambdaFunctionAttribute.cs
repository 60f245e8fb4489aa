namespace Amazon.Lambda.Annotations;

[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    public string ResourceName { get; set; }

    /// <summary>Seconds.</summary>
    public uint Timeout { get; set; }

    /// <summary>Megabytes.</summary>
    public uint MemorySize { get; set; }

    public string Role { get; set; }

    public string Policies { get; set; }

    public LambdaPackageType PackageType { get; set; }
}
