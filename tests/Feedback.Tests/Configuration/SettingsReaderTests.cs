using Feedback.Configuration;
using Feedback.Reputation;

namespace Feedback.Tests.Configuration;

public sealed class SettingsReaderTests
{
    private static readonly Dictionary<string, string> Least = new()
    {
        ["FEEDBACK_OUTCOMES_TABLE"] = "outcomes",
        ["FEEDBACK_REPUTATION_TABLE"] = "reputation",
        ["FEEDBACK_SUPPRESSION_TABLE"] = "suppression",
        ["FEEDBACK_ALARM_TOPIC_ARN"] = "arn:aws:sns:eu-west-1:123456789012:alarm",
    };

    [Fact]
    public void Read_OnlyWhatIsRequired_TakesTheDefaults()
    {
        var settings = Read();

        settings.OutcomesTable.ShouldBe("outcomes");
        settings.DeliveryQueueUrl.ShouldBeEmpty();
        settings.Deployment.AccountId.ShouldBeEmpty();
        settings.Deployment.Region.ShouldBe("unknown");
        settings.SoftBounceLimit.ShouldBe(5);
        settings.OutcomeRetention.ShouldBe(TimeSpan.FromDays(35));
        settings.RemindEvery.ShouldBe(TimeSpan.FromHours(24));
        settings.MetricsNamespace.ShouldBe("Feedback");
        Settings.CounterRetention.ShouldBe(TimeSpan.FromDays(91));
        settings.Policy.Windows.ShouldBe(Policy.Default.Windows);
        (settings.Policy with { Windows = Policy.Default.Windows }).ShouldBe(Policy.Default);
    }

    [Fact]
    public void Read_EmptyVariables_CountAsNotSet() =>
        Read(("FEEDBACK_MODE", ""), ("FEEDBACK_WINDOWS", ""), ("FEEDBACK_BOUNCE_WARNING_PERCENT", "")).Policy.Mode.ShouldBe(Mode.Enforce);

    [Fact]
    public void Read_Digest_HasEachRecipient()
    {
        var digest = Read(
            ("FEEDBACK_DIGEST_RECIPIENTS", "team@example.com, lead@example.com"),
            ("FEEDBACK_DIGEST_SENDER", "feedback@example.com"),
            ("FEEDBACK_DIGEST_CONFIGURATION_SET", "feedback-digest")).Digest;

        digest.Recipients.ShouldBe(["team@example.com", "lead@example.com"]);
        (digest.Sender, digest.ConfigurationSet, digest.IsOn).ShouldBe(("feedback@example.com", "feedback-digest", true));
        Read().Digest.IsOn.ShouldBeFalse();
    }

    [Theory]
    [InlineData("team@example.com", "FEEDBACK_DIGEST_RECIPIENTS is set, so FEEDBACK_DIGEST_SENDER and FEEDBACK_DIGEST_CONFIGURATION_SET must be too.")]
    [InlineData("team", "FEEDBACK_DIGEST_RECIPIENTS is 'team': up to 50 mail addresses, separated by commas, are expected.")]
    [InlineData("a@b@c", "FEEDBACK_DIGEST_RECIPIENTS is 'a@b@c': up to 50 mail addresses, separated by commas, are expected.")]
    public void Read_DigestThatCanNotBeSent_IsRefused(string recipients, string problem) =>
        Should.Throw<SettingsException>(() => Read(("FEEDBACK_DIGEST_RECIPIENTS", recipients))).Message.ShouldContain(problem);

    [Fact]
    public void Read_SendingAccounts_AreEachThere() => Read(("FEEDBACK_SENDING_ACCOUNT_IDS", "210987654321, 321098765432"))
        .SendingAccountIds.ShouldBe(["210987654321", "321098765432"], ignoreOrder: true);

    [Theory]
    [InlineData("21098765432")]
    [InlineData("210987654321,my-account")]
    public void Read_SendingAccountsThatAreNone_AreAProblem(string ids) =>
        Should.Throw<SettingsException>(() => Read(("FEEDBACK_SENDING_ACCOUNT_IDS", ids))).Problems.ShouldHaveSingleItem().ShouldContain(ids);

    [Fact]
    public void Read_EverythingSet_TakesIt()
    {
        var settings = Read(
            ("FEEDBACK_DELIVERY_QUEUE_URL", "https://queue"),
            ("FEEDBACK_ACCOUNT_ID", "123456789012"),
            ("AWS_REGION", "eu-west-1"),
            ("AWS_DEFAULT_REGION", "us-east-1"),
            ("FEEDBACK_MODE", "observe"),
            ("FEEDBACK_PAUSE_ACCOUNT", "true"),
            ("FEEDBACK_WINDOWS", "7d, 1h ,24h,60m"),
            ("FEEDBACK_BOUNCE_WARNING_PERCENT", "1.5"),
            ("FEEDBACK_BOUNCE_CRITICAL_PERCENT", "3"),
            ("FEEDBACK_COMPLAINT_WARNING_PERCENT", "0.02"),
            ("FEEDBACK_COMPLAINT_CRITICAL_PERCENT", "0.05"),
            ("FEEDBACK_MINIMUM_BOUNCES", "7"),
            ("FEEDBACK_MINIMUM_COMPLAINTS", "2"),
            ("FEEDBACK_BOUNCE_REPRESENTATIVE_VOLUME", "5000"),
            ("FEEDBACK_COMPLAINT_REPRESENTATIVE_VOLUME", "50000"),
            ("FEEDBACK_SOFT_BOUNCE_LIMIT", "0"),
            ("FEEDBACK_HARD_BOUNCE_DAYS", "120"),
            ("FEEDBACK_COMPLAINT_SCOPE", "configurationset"),
            ("FEEDBACK_OUTCOME_RETENTION_DAYS", "90"),
            ("FEEDBACK_REMINDER_HOURS", "0"),
            ("FEEDBACK_METRICS_NAMESPACE", "Mail"));

        settings.Deployment.ShouldBe(new Feedback.Configuration.Deployment("123456789012", "eu-west-1"));
        settings.Policy.Mode.ShouldBe(Mode.Observe);
        settings.Policy.PauseAccount.ShouldBeTrue();
        settings.Policy.Windows.Select(w => w.ToString()).ShouldBe(["1h", "24h", "7d"]);
        settings.Policy.Bounce.ShouldBe(new Thresholds(0.015m, 0.03m, 7, 5_000));
        settings.Policy.Complaint.ShouldBe(new Thresholds(0.0002m, 0.0005m, 2, 50_000));
        settings.SoftBounceLimit.ShouldBe(0);
        settings.HardBouncesSuppressFor.ShouldBe(TimeSpan.FromDays(120));
        settings.Policy.ComplaintScope.ShouldBe(ComplaintScope.ConfigurationSet);
        settings.OutcomeRetention.ShouldBe(TimeSpan.FromDays(90));
        settings.RemindEvery.ShouldBe(TimeSpan.Zero);
        settings.MetricsNamespace.ShouldBe("Mail");
        settings.DeliveryQueueUrl.ShouldBe("https://queue");
    }

    [Fact]
    public void Read_ManyProblems_NamesThemAllAtOnce()
    {
        var exception = Should.Throw<SettingsException>(() => SettingsReader.Read(name => name switch
        {
            "FEEDBACK_OUTCOMES_TABLE" => "outcomes",
            "FEEDBACK_MODE" => "enforced",
            "FEEDBACK_WINDOWS" => "1h,7w,10m",
            "FEEDBACK_BOUNCE_WARNING_PERCENT" => "2%",
            "FEEDBACK_COMPLAINT_CRITICAL_PERCENT" => "0.04",
            "FEEDBACK_MINIMUM_BOUNCES" => "0",
            "FEEDBACK_SOFT_BOUNCE_LIMIT" => "101",
            _ => null,
        }));

        string[] expected =
        [
            "FEEDBACK_REPUTATION_TABLE", "FEEDBACK_SUPPRESSION_TABLE", "FEEDBACK_ALARM_TOPIC_ARN", "'enforced'", "'7w'", "'10m'",
            "FEEDBACK_BOUNCE_WARNING_PERCENT is '2%'", "FEEDBACK_COMPLAINT_CRITICAL_PERCENT must be above", "FEEDBACK_MINIMUM_BOUNCES", "'101'",
        ];
        exception.Problems.Count.ShouldBe(expected.Length);
        expected.ShouldAllBe(part => exception.Message.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FEEDBACK_SOFT_BOUNCE_LIMIT", "0", "100", "-1", "101")]
    [InlineData("FEEDBACK_HARD_BOUNCE_DAYS", "0", "3650", "-1", "3651")]
    [InlineData("FEEDBACK_OUTCOME_RETENTION_DAYS", "29", "400", "28", "401")]
    [InlineData("FEEDBACK_REMINDER_HOURS", "0", "720", "-1", "721")]
    [InlineData("FEEDBACK_SES_CALLS_PER_SECOND", "1", "50", "0", "51")]
    [InlineData("FEEDBACK_MINIMUM_BOUNCES", "1", "1000000", "0", "1000001")]
    [InlineData("FEEDBACK_MINIMUM_COMPLAINTS", "1", "1000000", "0", "1000001")]
    [InlineData("FEEDBACK_BOUNCE_REPRESENTATIVE_VOLUME", "1", "100000000", "0", "100000001")]
    [InlineData("FEEDBACK_COMPLAINT_REPRESENTATIVE_VOLUME", "1", "100000000", "0", "100000001")]
    [InlineData("FEEDBACK_BOUNCE_CRITICAL_PERCENT", "2.01", "100", "2", "100.01")]
    [InlineData("FEEDBACK_BOUNCE_WARNING_PERCENT", "0.0001", "3.99", "0", "4")]
    [InlineData("FEEDBACK_COMPLAINT_CRITICAL_PERCENT", "0.041", "100", "0.04", "101")]
    [InlineData("FEEDBACK_COMPLAINT_WARNING_PERCENT", "0.001", "0.079", "-1", "0.08")]
    [InlineData("FEEDBACK_WINDOWS", "15m", "90d", "14m", "91d")]
    public void Read_AValueAtItsBounds_IsTakenAndOneBeyondIsNot(string name, string least, string most, string under, string over)
    {
        Read((name, least));
        Read((name, most));
        ProblemWith(name, under).ShouldContain(name);
        ProblemWith(name, over).ShouldContain(name);
    }

    [Theory]
    [InlineData("FEEDBACK_SOFT_BOUNCE_LIMIT", "five")]
    [InlineData("FEEDBACK_SOFT_BOUNCE_LIMIT", "5.0")]
    [InlineData("FEEDBACK_BOUNCE_CRITICAL_PERCENT", "4,0")]
    [InlineData("FEEDBACK_BOUNCE_CRITICAL_PERCENT", "1e1")]
    [InlineData("FEEDBACK_BOUNCE_CRITICAL_PERCENT", "NaN")]
    [InlineData("FEEDBACK_MODE", "2")]
    [InlineData("FEEDBACK_MODE", "Off,Observe")]
    [InlineData("FEEDBACK_WINDOWS", ",")]
    [InlineData("FEEDBACK_PAUSE_ACCOUNT", "yes")]
    public void Read_NoSuchValue_IsRefusedWithWhatIsExpected(string name, string value) => ProblemWith(name, value).ShouldContain(name);

    [Fact]
    public void Read_RegionOnlyByDefault_TakesThat() => Read(("AWS_DEFAULT_REGION", "us-east-1")).Deployment.Region.ShouldBe("us-east-1");

    [Theory]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:key-AbCdEf:SecretString}}")]
    public void Read_AHashKeyThatIsNone_IsRefusedWithoutQuotingIt(string value)
    {
        var problem = ProblemWith("FEEDBACK_RECIPIENT_HASH_KEY", value);

        problem.ShouldContain("FEEDBACK_RECIPIENT_HASH_KEY");
        problem.ShouldNotContain(value);
    }

    [Fact]
    public void Read_AHashKey_IsNotInTheTextOfTheSettings()
    {
        const string Secret = "0123456789abcdef0123456789abcdef";
        var settings = Read(("FEEDBACK_RECIPIENT_HASH_KEY", Secret));

        settings.RecipientHashKey.ShouldNotBeNull();
        $"{settings}".ShouldNotContain(Secret);
        Read().RecipientHashKey.ShouldBeNull();
    }

    private static string ProblemWith(string name, string value) =>
        Should.Throw<SettingsException>(() => Read((name, value))).Problems.ShouldHaveSingleItem();

    private static Settings Read(params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>(Least);
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        return SettingsReader.Read(all.GetValueOrDefault);
    }
}
