using FsCheck;
using FsCheck.Fluent;
using Umbriel.Core;

namespace Umbriel.Core.Tests;

public sealed class FourVectorTests
{
    private static readonly Gen<double> Component = Gen.Choose(-1_000_000, 1_000_000).Select(i => i * 2e-6);

    private static readonly Gen<double> Mass = Gen.Choose(1, 2_000_000).Select(i => i * 1e-6);

    private static readonly Arbitrary<(FourVector Vector, double Mass)> Particles =
        (from m in Mass from x in Component from y in Component from z in Component select (OnShell(m, x, y, z), m)).ToArbitrary();

    [Fact]
    public void BoostFromRestOfARestingParentIsTheIdentity()
    {
        FourVector child = OnShell(0.1, 0.3, -0.2, 0.5);
        child.BoostFromRestFrameOf(new FourVector(2, 0, 0, 0), 2).ShouldBe(child);
    }

    [Fact]
    public void BoostAlongZIsTheTextbookOne()
    {
        // gamma = 5/3, beta gamma = 4/3 (a 3-4-5 triangle): (1, 0, 0, 0) goes to (5/3, 0, 0, 4/3), and a transverse
        // light-like (1, 1, 0, 0) to (5/3, 1, 0, 4/3).
        FourVector parent = new(5, 0, 0, 4);
        ShouldBeClose(new FourVector(1, 0, 0, 0).BoostFromRestFrameOf(parent, 3), new FourVector(5.0 / 3, 0, 0, 4.0 / 3), 1e-15);
        ShouldBeClose(new FourVector(1, 1, 0, 0).BoostFromRestFrameOf(parent, 3), new FourVector(5.0 / 3, 1, 0, 4.0 / 3), 1e-15);
    }

    [Fact]
    public void BoostPreservesInvariantProducts() =>
        Prop.ForAll(Particles, Particles, Particles, (a, b, parent) =>
        {
            FourVector boostedA = a.Vector.BoostFromRestFrameOf(parent.Vector, parent.Mass);
            FourVector boostedB = b.Vector.BoostFromRestFrameOf(parent.Vector, parent.Mass);
            return Math.Abs(boostedA.Dot(boostedB) - a.Vector.Dot(b.Vector)) <= 1e-14 * boostedA.E * boostedB.E * 10;
        }).Holds();

    [Fact]
    public void BoostingBackUndoesABoost() =>
        Prop.ForAll(Particles, Particles, (a, parent) =>
        {
            FourVector there = a.Vector.BoostFromRestFrameOf(parent.Vector, parent.Mass);
            FourVector back = there.BoostToRestFrameOf(parent.Vector, parent.Mass);
            double gamma = parent.Vector.E / parent.Mass;
            return Distance(back, a.Vector) <= 1e-14 * gamma * gamma * a.Vector.E;
        }).Holds();

    [Fact]
    public void TheParentIsAtRestInItsOwnFrame() =>
        Prop.ForAll(Particles, parent =>
        {
            FourVector rest = parent.Vector.BoostToRestFrameOf(parent.Vector, parent.Mass);
            double gamma = parent.Vector.E / parent.Mass;
            return Distance(rest, new FourVector(parent.Mass, 0, 0, 0)) <= 1e-14 * gamma * parent.Vector.E;
        }).Holds();

    [Fact]
    public void BoostIsLinear() =>
        Prop.ForAll(Particles, Particles, Particles, (a, b, parent) =>
        {
            FourVector sum = (a.Vector + b.Vector).BoostFromRestFrameOf(parent.Vector, parent.Mass);
            FourVector sumOfBoosts = a.Vector.BoostFromRestFrameOf(parent.Vector, parent.Mass) + b.Vector.BoostFromRestFrameOf(parent.Vector, parent.Mass);
            return Distance(sum, sumOfBoosts) <= 1e-14 * sum.E;
        }).Holds();

    [Fact]
    public void AngleIsAccurateForNearlyParallelVectors()
    {
        // 1 - cos would lose all digits of 1e-9 rad in double precision.
        FourVector.AngleBetween(new FourVector(1, 0, 0, 1), new FourVector(1, 1e-9, 0, 1)).ShouldBe(1e-9, 1e-21);
        FourVector.AngleBetween(new FourVector(1, 0, 0, 1), new FourVector(1, 0, 1, 0)).ShouldBe(Math.PI / 2, 1e-15);
        FourVector.AngleBetween(new FourVector(1, 0, 0, 1), new FourVector(1, 0, 0, -1)).ShouldBe(Math.PI, 1e-15);
    }

    [Fact]
    public void ArrayGathersWhatWasScattered()
    {
        FourVectorArray array = new(2) { [1] = new FourVector(4, 1, 2, 3) };
        array[0].ShouldBe(default);
        array[1].ShouldBe(new FourVector(4, 1, 2, 3));
        (array.E[1], array.X[1], array.Y[1], array.Z[1]).ShouldBe((4, 1, 2, 3));
    }

    private static FourVector OnShell(double m, double x, double y, double z) =>
        new(Math.Sqrt((m * m) + (x * x) + (y * y) + (z * z)), x, y, z);

    private static double Distance(in FourVector a, in FourVector b) =>
        Math.Max(Math.Max(Math.Abs(a.E - b.E), Math.Abs(a.X - b.X)), Math.Max(Math.Abs(a.Y - b.Y), Math.Abs(a.Z - b.Z)));

    private static void ShouldBeClose(in FourVector actual, in FourVector expected, double tolerance) =>
        Distance(actual, expected).ShouldBeLessThanOrEqualTo(tolerance);
}
