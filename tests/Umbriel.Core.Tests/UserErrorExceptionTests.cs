using Umbriel.Core;

namespace Umbriel.Core.Tests;

public sealed class UserErrorExceptionTests
{
    [Fact]
    public void NamesSourceKeyFoundAndExpected() =>
        new UserErrorException("card.yaml:3", "m4", "-1", "a positive mass in GeV").Message
            .ShouldBe("card.yaml:3: m4: found -1; expected a positive mass in GeV");

    [Fact]
    public void IsOneLineWhateverItQuotes()
    {
        string message = new UserErrorException("a", "b", "x\ny\r\u001b[31m", new string('z', 5000)).Message;
        message.ShouldNotContain('\n');
        message.ShouldNotContain('\u001b');
        message.Length.ShouldBeLessThanOrEqualTo(600);
    }
}
