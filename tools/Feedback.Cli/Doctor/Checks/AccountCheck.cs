using Feedback.Cli.Doctor.SetUps;

namespace Feedback.Cli.Doctor.Checks;

/// <summary>Finds an account that may not send, or that SES restricts.</summary>
internal sealed class AccountCheck : ICheck
{
    public IEnumerable<Finding> Judge(SetUp setUp)
    {
        if (setUp.Account is not { } account)
        {
            yield break;
        }

        if (!account.InProduction)
        {
            yield return new Finding(
                Severity.Warning,
                "sandbox",
                "account",
                "The account is in the SES sandbox.",
                "SES sends only to verified addresses, 200 mails a day, so there is next to nothing to watch.",
                "aws sesv2 put-account-details --production-access-enabled --mail-type TRANSACTIONAL --website-url URL");
        }

        if (!account.Sends)
        {
            yield return new Finding(
                Severity.Warning,
                "account-sending",
                "account",
                "Sending is disabled for the whole account.",
                "No mail is sent, whatever the state of its sets.",
                "feedback history account, then feedback resume account --reason TEXT");
        }

        if (account.Enforcement is { } status && status != "HEALTHY")
        {
            yield return new Finding(
                Severity.Error,
                "account-enforcement",
                "account",
                $"SES reports the account as {status}.",
                "SES reviews the account or has paused it, because of its bounces or complaints.",
                "Read SES's mail to the account's owner, and answer its case in the AWS Support Center.");
        }
    }
}
