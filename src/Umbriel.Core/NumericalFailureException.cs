namespace Umbriel.Core;

/// <summary>
/// A calculation that found no number for arguments it accepts: a matrix that is no covariance, a function that is not
/// finite. Names the point or event, so that the failure can be repeated. Where a user's file can be the cause, its
/// loader turns this into a <see cref="UserErrorException"/>; elsewhere it is a defect.
/// </summary>
public sealed class NumericalFailureException : Exception
{
    /// <summary>A failure at a point.</summary>
    /// <param name="quantity">What was calculated.</param>
    /// <param name="key">Where: the point, bin or event.</param>
    /// <param name="found">What came out instead of a number of use.</param>
    public NumericalFailureException(string quantity, string key, string found)
        : base($"{quantity} at {key}: found {found}")
    {
    }
}
