using Umbriel.Core;
using Umbriel.Response.Published;

namespace Umbriel.Response;

/// <summary>MicroBooNE's selection in one of its published distributions.</summary>
/// <param name="Response">The response.</param>
/// <param name="Variable">The distribution.</param>
public sealed record PublishedSelection(PublishedResponse Response, FitVariable Variable) : IPairSelection
{
    /// <inheritdoc/>
    public int BinCount => Response.BinCount(Variable);

    /// <inheritdoc/>
    public void Probabilities(ulong pair, in FourVector electron, in FourVector positron, double[] bins) =>
        Response.Probabilities(PairKinematics.Of(electron, positron), Variable, bins);
}
