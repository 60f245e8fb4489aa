using System.Globalization;
using Feedback.Notifications;
using FsCheck;
using FsCheck.Fluent;

namespace Feedback.Tests.Notifications;

public sealed class PunycodeTests
{
    /// <summary>Samples of RFC 3492, 7.1, and others.</summary>
    [Theory]
    [InlineData("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn")]
    [InlineData("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye")]
    [InlineData("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l")]
    [InlineData("3年b組金八先生", "3b-ww4c5e180e575a65lsy2b")]
    [InlineData("ü", "tda")]
    [InlineData("bücher", "bcher-kva")]
    [InlineData("😀a", "a-iv3s")]
    public void Encode_Label_IsAsTheStandardSays(string label, string expected) => Punycode.Encode(label).ShouldBe(expected);

    /// <summary>The tests run in invariant mode, in which IdnMapping encodes without mapping anything.</summary>
    [Fact]
    public void Encode_AnyLabelThatDotNetTakes_IsTheSameAsDotNets() => Prop.ForAll(
        Gen.OneOf(Gen.Choose(0x80, 0x2fff).Select(c => (char)c), Gen.Elements("abc-09".ToCharArray()))
            .NonEmptyListOf().Select(list => new string([.. list])).ToArbitrary(),
        label =>
        {
            var text = label.ToLowerInvariant();
            if (!text.Any(c => c > 0x7f))
            {
                return;
            }

            string expected;
            try
            {
                expected = new IdnMapping().GetAscii(text);
            }
            catch (ArgumentException)
            {
                return; // .NET checks more than the encoding, such as the mixing of directions
            }

            ("xn--" + Punycode.Encode(text)).ShouldBe(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
