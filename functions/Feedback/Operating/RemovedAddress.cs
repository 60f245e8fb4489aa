namespace Feedback.Operating;

/// <summary>What taking an address off the lists changed, and which lists may still hold it.</summary>
/// <param name="Here">Whether our list had something to remove.</param>
/// <param name="InSes">Whether SES's list of the account had it and it was deleted there; null if that list was left alone.</param>
/// <param name="OnAnAccountsList">Whether SES reported it from the list of an account: this one, or another whose events come here.</param>
/// <param name="OnATenantsList">Whether SES reported it from the list of a tenant, which can't be seen.</param>
/// <param name="GlobalListUntil">Until when SES's global list may hold it; null if it doesn't.</param>
internal sealed record RemovedAddress(bool Here, bool? InSes, bool OnAnAccountsList, bool OnATenantsList, DateTimeOffset? GlobalListUntil);
