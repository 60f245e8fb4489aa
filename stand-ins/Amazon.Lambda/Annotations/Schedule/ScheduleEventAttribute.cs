namespace Amazon.Lambda.Annotations.Schedule;

[AttributeUsage(AttributeTargets.Method, AllowMultiple = false)]
public class ScheduleEventAttribute(string schedule) : Attribute
{
    /// <summary><c>rate(…)</c> or <c>cron(…)</c>.</summary>
    public string Schedule { get; set; } = schedule;

    public string ResourceName
    {
        get => field ?? EventResourceName.FromExpression(Schedule);
        set;
    }

    public string Description { get; set; }

    public string Input { get; set; }

    public bool Enabled { get; set; } = true;
}
