namespace Amazon.Lambda.Annotations;

/// <summary>Does nothing here: without the official source generator no <c>Main</c> is generated.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public class LambdaGlobalPropertiesAttribute : Attribute
{
    public bool GenerateMain { get; set; }

    public string Runtime { get; set; }
}
