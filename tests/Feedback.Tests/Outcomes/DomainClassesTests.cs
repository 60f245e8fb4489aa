using Feedback.Outcomes;

namespace Feedback.Tests.Outcomes;

public sealed class DomainClassesTests
{
    /// <summary>The classes are stored, so another value here would mix up the hints of existing tables.</summary>
    [Theory]
    [InlineData("example.org")]
    [InlineData("gmail.com")]
    [InlineData("xn--bcher-kva.example")]
    public void Of_ADomain_IsOneClassThatStaysTheSame(string domain)
    {
        DomainClasses.Of(domain).Numbers.ShouldHaveSingleItem().ShouldBeInRange(0, 15);
        DomainClasses.Of(domain).ShouldBe(DomainClasses.Of(new string(domain)));
    }

    [Fact]
    public void Of_ManyDomains_UsesAllClassesAboutAlike()
    {
        var classes = Enumerable.Range(0, 16_000).GroupBy(i => DomainClasses.Of($"mail{i}.example")).Select(group => group.Count()).ToList();

        classes.Count.ShouldBe(16);
        classes.ShouldAllBe(count => count > 800 && count < 1_200);
    }

    [Fact]
    public void AreSeveral_OneClassOrNone_IsFalse()
    {
        default(DomainClasses).AreSeveral.ShouldBeFalse();
        DomainClasses.Of(3).AreSeveral.ShouldBeFalse();
        (DomainClasses.Of(3) | DomainClasses.Of(3)).AreSeveral.ShouldBeFalse();
        (DomainClasses.Of(3) | DomainClasses.Of(12)).AreSeveral.ShouldBeTrue();
        (DomainClasses.Of(3) | DomainClasses.Of(12)).Numbers.ShouldBe([3, 12]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(16)]
    public void Of_NumberOutsideTheClasses_IsRefused(int number) =>
        Should.Throw<FormatException>(() => DomainClasses.Of(number));
}
