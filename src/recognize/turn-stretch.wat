;; Turns a stretch of a row: see turn-stretch.ts, which holds this module assembled (wat2wasm) and the same in TypeScript.
(module
  (memory (export "memory") 1)
  ;; at: where the upper left of the first four neighbours lies; w: bytes to the row below; to: where the result goes
  (func (export "turn") (param $at i32) (param $w i32) (param $to i32) (param $count i32)
    (param $shareX f64) (param $shareY f64) (param $stepX f64) (param $stepY f64)
    (local $end i32) (local $four i32)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $share v128) (local $next v128) (local $step v128) (local $x v128) (local $y v128) (local $low v128)
    (local $above v128) (local $below v128)
    (local.set $share (f64x2.replace_lane 1 (f64x2.splat (local.get $shareX)) (local.get $shareY)))
    (local.set $step (f64x2.replace_lane 1 (f64x2.splat (local.get $stepX)) (local.get $stepY)))
    (local.set $end (i32.add (local.get $to) (local.get $count)))
    (local.set $four (i32.add (local.get $to) (i32.and (local.get $count) (i32.const -4))))
    (block $done
      (loop $fours
        (br_if $done (i32.ge_u (local.get $to) (local.get $four)))
        (local.set $a (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero (local.get $at)))))
        (local.set $b (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u (v128.load32_zero offset=1 (local.get $at)))))
        (local.set $c (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
          (v128.load32_zero (i32.add (local.get $at) (local.get $w))))))
        (local.set $d (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u
          (v128.load32_zero offset=1 (i32.add (local.get $at) (local.get $w))))))
        (local.set $b (i32x4.sub (local.get $b) (local.get $a)))
        (local.set $d (i32x4.sub (local.get $d) (local.get $c)))
        ;; pixels 0 and 1
        (local.set $next (f64x2.add (local.get $share) (local.get $step)))
        (local.set $x (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $share) (local.get $next)))
        (local.set $y (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $share) (local.get $next)))
        (local.set $share (f64x2.add (local.get $next) (local.get $step)))
        (local.set $above (f64x2.add (f64x2.convert_low_i32x4_s (local.get $a))
          (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $b)) (local.get $x))))
        (local.set $below (f64x2.add (f64x2.convert_low_i32x4_s (local.get $c))
          (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $d)) (local.get $x))))
        (local.set $low (i32x4.trunc_sat_f64x2_s_zero (f64x2.add
          (f64x2.add (local.get $above) (f64x2.mul (f64x2.sub (local.get $below) (local.get $above)) (local.get $y)))
          (f64x2.splat (f64.const 0.5)))))
        ;; pixels 2 and 3
        (local.set $next (f64x2.add (local.get $share) (local.get $step)))
        (local.set $x (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $share) (local.get $next)))
        (local.set $y (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $share) (local.get $next)))
        (local.set $share (f64x2.add (local.get $next) (local.get $step)))
        (local.set $a (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $a) (local.get $a)))
        (local.set $b (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $b) (local.get $b)))
        (local.set $c (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $c) (local.get $c)))
        (local.set $d (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $d) (local.get $d)))
        (local.set $above (f64x2.add (f64x2.convert_low_i32x4_s (local.get $a))
          (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $b)) (local.get $x))))
        (local.set $below (f64x2.add (f64x2.convert_low_i32x4_s (local.get $c))
          (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $d)) (local.get $x))))
        (local.set $a (i32x4.trunc_sat_f64x2_s_zero (f64x2.add
          (f64x2.add (local.get $above) (f64x2.mul (f64x2.sub (local.get $below) (local.get $above)) (local.get $y)))
          (f64x2.splat (f64.const 0.5)))))
        ;; the lowest byte of each
        (v128.store32_lane 0 (local.get $to)
          (i8x16.shuffle 0 4 16 20 0 4 16 20 0 4 16 20 0 4 16 20 (local.get $low) (local.get $a)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $to (i32.add (local.get $to) (i32.const 4)))
        (br $fours)))
    (block $over
      (loop $rest
        (br_if $over (i32.ge_u (local.get $to) (local.get $end)))
        (local.set $x (f64x2.splat (f64x2.extract_lane 0 (local.get $share))))
        ;; above and below at once
        (local.set $a (i32x4.replace_lane 1 (i32x4.splat (i32.load8_u (local.get $at)))
          (i32.load8_u (i32.add (local.get $at) (local.get $w)))))
        (local.set $b (i32x4.replace_lane 1 (i32x4.splat (i32.load8_u offset=1 (local.get $at)))
          (i32.load8_u offset=1 (i32.add (local.get $at) (local.get $w)))))
        (local.set $above (f64x2.add (f64x2.convert_low_i32x4_s (local.get $a))
          (f64x2.mul (f64x2.convert_low_i32x4_s (i32x4.sub (local.get $b) (local.get $a))) (local.get $x))))
        (i32.store8 (local.get $to) (i32.trunc_sat_f64_s (f64.add
          (f64.add (f64x2.extract_lane 0 (local.get $above)) (f64.mul
            (f64.sub (f64x2.extract_lane 1 (local.get $above)) (f64x2.extract_lane 0 (local.get $above)))
            (f64x2.extract_lane 1 (local.get $share))))
          (f64.const 0.5))))
        (local.set $share (f64x2.add (local.get $share) (local.get $step)))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $to (i32.add (local.get $to) (i32.const 1)))
        (br $rest)))))
